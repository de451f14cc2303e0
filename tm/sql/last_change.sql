SELECT number, token FROM change ORDER BY number DESC LIMIT 1
