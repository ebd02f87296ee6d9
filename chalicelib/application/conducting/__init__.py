"""What goes on by itself after an act: waiting, reminding, reopening, counting (architecture §6, §8).

Every use case here reads the state again and acts on what it finds, so that lost, repeated and reordered
messages all end in the same place. None of them takes a fact's word for anything but *where to look*.
"""
