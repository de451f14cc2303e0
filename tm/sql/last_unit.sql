SELECT max(id) FROM unit
