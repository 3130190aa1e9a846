"""What the figures say: series and changes, and how targets and indicators stand."""
