"""The data as they were: read from git, held against what they are now, told in sentences, and never rewritten."""
