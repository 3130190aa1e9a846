"""What everything stands on: places and problems, and Danish words, dates and numbers."""
