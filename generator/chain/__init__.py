"""What hangs together with what: links both ways, what happened when, a subject through the years."""
