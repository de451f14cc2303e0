SELECT token FROM change WHERE number = ?1
