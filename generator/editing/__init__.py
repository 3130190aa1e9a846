"""What helps whoever edits the data: schemas, figures from tables, readings written down."""
