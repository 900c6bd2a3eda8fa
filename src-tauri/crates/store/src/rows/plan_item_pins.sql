-- Of one, or of all when ?1 is NULL; a range, so that one is found by its key. Every text sorts before x''.
SELECT plan_item, on_day, minutes
FROM plan_item_pin
WHERE plan_item BETWEEN coalesce(?1, '') AND coalesce(?1, x'')
ORDER BY plan_item, on_day
