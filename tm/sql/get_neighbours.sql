SELECT variant, previous, next FROM neighbour WHERE unit = ?1
