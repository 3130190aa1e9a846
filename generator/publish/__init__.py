"""What readers get: pages, feeds, open data, and the styles and scripts that they need."""
