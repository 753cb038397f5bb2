"""How the English pipeline of `src/twosource/model` was made, and how to make it again: see README.md here."""
