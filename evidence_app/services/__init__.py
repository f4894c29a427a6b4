"""What a person can do: verbs grouped by noun. The window and the command line speak to nothing below."""
