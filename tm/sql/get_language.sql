SELECT tag FROM language WHERE id = ?1
