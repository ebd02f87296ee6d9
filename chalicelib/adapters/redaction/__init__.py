"""Copies with concealed passages: pictures of what is seen, and no byte of the file they were made from."""
