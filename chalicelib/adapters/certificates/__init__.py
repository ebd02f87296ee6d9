"""Signatures by certificate, whose key is on the signer's side: the heavy layer of signing only."""
