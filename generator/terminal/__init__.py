"""What stands between a person at a terminal and the commands: help, wrong usage, streams and exit statuses."""
