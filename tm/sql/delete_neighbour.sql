DELETE FROM neighbour WHERE unit = ?1
