SELECT unit.id, unit.origin, unit.identity, unit.details, variant.language, variant.text
FROM unit CROSS JOIN variant ON variant.unit = unit.id
WHERE unit.id BETWEEN ?1 AND ?2
ORDER BY unit.id, variant.position
