CREATE INDEX removed ON step (first_unit) WHERE kind = 2
