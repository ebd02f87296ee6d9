class Front:
    pass
