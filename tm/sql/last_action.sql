SELECT max(number) FROM action
