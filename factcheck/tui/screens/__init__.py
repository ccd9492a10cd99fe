"""The screens of the desk: the review itself, the help page, and the one-line prompts."""
