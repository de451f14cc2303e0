SELECT id FROM memory
