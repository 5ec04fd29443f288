"""Sorted lines: a table of keys and fields in a file, of which a line is found by halving; nothing else is read."""


def line_of(table: bytes, key: str) -> tuple[str, ...]:
    """Return the fields behind `key` in the sorted lines of a table, nothing where it has no such line."""
    wanted = key.encode()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", 0, (low + high) // 2) + 1
        end = table.index(b"\n", start)
        found, _, rest = table[start:end].partition(b"\t")
        if found == wanted:
            return tuple(rest.decode().split("\t"))
        if found < wanted:
            low = end + 1
        else:
            high = start
    return ()
