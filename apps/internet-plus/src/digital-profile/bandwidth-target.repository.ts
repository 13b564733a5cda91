/** SQL: the Mbps that a county's schools must reach at the instant of `year`; null where none is set. */
export const TARGET_MBPS = `(SELECT bandwidth.mbps FROM bandwidth_target bandwidth
  WHERE bandwidth.county_code = year.county_code AND bandwidth.valid_from <= year.until_on
  ORDER BY bandwidth.valid_from DESC LIMIT 1)`;
