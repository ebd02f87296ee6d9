"""Who read what: recorded beside the answer, and asked for by those who audit (AUD-01, AUD-02)."""
