"""Pejl: reads a municipality's plan records, checks them and turns them into pages and open data."""
