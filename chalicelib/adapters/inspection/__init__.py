"""Files in quarantine, examined before anybody opens them (DOC-08): in a process of their own, with limits."""
