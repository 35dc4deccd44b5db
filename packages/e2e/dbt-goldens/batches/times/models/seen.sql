select '{{ flags.SAMPLE | replace("'", "") }}' as sample, '{{ flags.SAMPLE.start.year if flags.SAMPLE }}' as year,
  '{{ flags.EVENT_TIME_START }}' as first, '{{ flags.EVENT_TIME_END.day if flags.EVENT_TIME_END }}' as last, '{{ flags.WHICH }}' as which, '{{ flags.EMPTY }}' as is_empty, '{{ flags.STATE is defined }}' as has_state
