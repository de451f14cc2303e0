SELECT id, tag, units, characters FROM language ORDER BY id
