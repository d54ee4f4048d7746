"""The rules of `shared_window` in the language of Redis, for a limit that several machines share.

Each script runs as a whole, with the clock of the server. Times are microseconds, and slots are times without the pauses.

- `KEYS`: a list of the latest slots, a hash of the pause, and a sorted set of the freed slots.
- `ARGV`: the number of requests, the length of the period, and the script's own argument.
"""

from __future__ import annotations

from typing import Final

from tmdb_facade._core.rate.pace import SPACING

_START: Final = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local requests, period = tonumber(ARGV[1]), tonumber(ARGV[2])
local shift = tonumber(redis.call('HGET', KEYS[2], 'shift') or 0)
local paused_until = tonumber(redis.call('HGET', KEYS[2], 'until') or 0)
local function text(number) return string.format('%.0f', number) end
local function expire()
  local last = tonumber(redis.call('LINDEX', KEYS[1], -1) or 0) + shift
  local lifetime = math.max(now, last, paused_until) - now + period + 60000000
  for _, key in ipairs(KEYS) do redis.call('PEXPIRE', key, text(lifetime / 1000)) end
end
"""

#: Argument: the longest wait. Returns 1, the slot and the wait; or 0, 0 and the wait if it is too long.
RESERVE: Final = f"""{_START}
local start = math.max(now, paused_until) - shift
local slot = start
local oldest = redis.call('LINDEX', KEYS[1], -requests)
if oldest then slot = math.max(start, oldest + period) end
local last = tonumber(redis.call('LINDEX', KEYS[1], -1) or 0)
if last > start then slot = math.max(slot, last + {SPACING} * period / requests) end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', '(' .. text(start))
local freed = redis.call('ZRANGE', KEYS[3], 0, 0, 'WITHSCORES')
local is_freed = freed[2] and tonumber(freed[2]) < slot
if is_freed then slot = tonumber(freed[2]) end
local wait = slot + shift - now
if wait > tonumber(ARGV[3]) then return {{0, 0, wait}} end
if is_freed then
  redis.call('ZREM', KEYS[3], freed[1])
else
  redis.call('RPUSH', KEYS[1], text(slot))
  redis.call('LTRIM', KEYS[1], -requests, -1)
  expire()
end
return {{1, slot, wait}}
"""

#: Argument: a slot. Returns the wait for it, which is negative if it has passed.
LEFT: Final = f"""{_START}
return tonumber(ARGV[3]) + shift - now
"""

#: Arguments: a slot and a random text, since the slots of a burst are equal. Frees the slot.
GIVE_BACK: Final = f"""{_START}
redis.call('ZADD', KEYS[3], ARGV[3], ARGV[3] .. ':' .. ARGV[4])
expire()
return 1
"""

#: Argument: the length of a pause. Moves all slots behind it; new ones follow one by one.
PAUSE: Final = f"""{_START}
local begin, finish = math.max(now, paused_until), now + tonumber(ARGV[3])
if finish <= begin then return 0 end
local slots = redis.call('LRANGE', KEYS[1], 0, -1)
local missing = requests - #slots
redis.call('DEL', KEYS[1])
for index = 1, requests do
  local slot = begin - shift - period / requests * (requests - index + 1)
  redis.call('RPUSH', KEYS[1], text(math.max(slot, tonumber(slots[index - missing] or 0))))
end
shift, paused_until = shift + finish - begin, finish
redis.call('HSET', KEYS[2], 'until', text(finish), 'shift', text(shift))
expire()
return 1
"""
