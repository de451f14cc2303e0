SELECT min(id) FROM unit
