/** The transitions of `key-row.ts` in Lua, for a server that runs each as one step. */

/**
 * What all begin with. ARGV: the time (empty: the server's own), how long a key is kept, and then the transition's own. A row is a hash;
 * `ends` is `KeyRow.end`, `forget` is `KeyRow.until`, both words of Lua's own.
 */
const opening = `
local key, now, keep = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
if not now then
  local time = redis.call('TIME')
  now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
end
local kept = redis.call('HMGET', key, 'fingerprint', 'state', 'attempt', 'ends', 'before', 'looks', 'lookedAt', 'verdict', 'settled', 'forget')
local row
if kept[1] and tonumber(kept[10]) > now then
  row = {
    fingerprint = kept[1], state = kept[2], attempt = tonumber(kept[3]), ends = tonumber(kept[4]), before = tonumber(kept[5]),
    looks = tonumber(kept[6]), lookedAt = tonumber(kept[7]), verdict = kept[8], settled = kept[9], forget = tonumber(kept[10]),
  }
end
local function whole(number) return string.format('%.0f', number) end
local function put()
  redis.call('HSET', key, 'fingerprint', row.fingerprint, 'state', row.state, 'attempt', whole(row.attempt), 'ends', whole(row.ends),
    'before', whole(row.before), 'looks', whole(row.looks), 'lookedAt', whole(row.lookedAt), 'verdict', row.verdict,
    'settled', row.settled, 'forget', whole(row.forget))
  redis.call('PEXPIRE', key, whole(math.max(1, row.forget - now)))
end
local function isUnderWay() return row.state == 'begun' and row.ends > now end
`;

const knows = `return row and { '1' } or {}`;

/** ARGV: fingerprint, lease, pause between looks. */
const begin = `
local fingerprint, lease, lookAgain = ARGV[3], tonumber(ARGV[4]), tonumber(ARGV[5])
if not row then
  row = { fingerprint = fingerprint, state = 'begun', attempt = 1, ends = now + lease, before = 0, looks = 0, lookedAt = 0,
    verdict = '', settled = '', forget = now + lease + keep }
  put()
  return { 'new', '1' }
end
if row.fingerprint ~= fingerprint then return { 'mismatch' } end
if row.verdict ~= '' then return { 'done', row.settled } end
if isUnderWay() then return { 'in-flight', whole(row.ends - now) } end
local mayLook = row.lookedAt == 0 or now - row.lookedAt >= lookAgain
row.state = 'unknown'
row.forget = now + keep
if mayLook then row.lookedAt = now end
put()
return { 'unknown', whole(row.attempt), whole(math.max(0, now - row.ends)), whole(row.looks), mayLook and '1' or '' }
`;

/** ARGV: attempt, lease. */
const again = `
local attempt, lease = tonumber(ARGV[3]), tonumber(ARGV[4])
if not row or row.verdict ~= '' or row.attempt ~= attempt or isUnderWay() then return {} end
row.state, row.attempt, row.before, row.ends = 'begun', attempt + 1, row.ends, now + lease
row.looks, row.lookedAt, row.forget = 0, 0, row.ends + keep
put()
return { whole(row.attempt) }
`;

/** ARGV: fingerprint, attempt, verdict, what was settled. */
const finish = `
local fingerprint, attempt, verdict, settled = ARGV[3], tonumber(ARGV[4]), ARGV[5], ARGV[6]
if row and row.verdict ~= '' and (row.verdict == 'filed' or verdict == 'refused') then return { row.settled } end
if row and row.attempt ~= attempt and verdict == 'refused' then return {} end
row = { fingerprint = fingerprint, state = 'done', attempt = attempt, ends = now, before = 0, looks = 0, lookedAt = 0,
  verdict = verdict, settled = settled, forget = now + keep }
put()
return { settled }
`;

/** ARGV: attempt. */
const unsure = `
if not row or row.verdict ~= '' or row.attempt ~= tonumber(ARGV[3]) then return {} end
row.state, row.ends, row.forget = 'unknown', now, now + keep
put()
return {}
`;

/** ARGV: attempt. */
const release = `
if not row or row.verdict ~= '' or row.attempt ~= tonumber(ARGV[3]) then return {} end
if row.before == 0 then
  redis.call('DEL', key)
  return {}
end
row.state, row.ends, row.forget = 'unknown', row.before, now + keep
put()
return {}
`;

/** ARGV: attempt. */
const untold = `
if not row or row.attempt ~= tonumber(ARGV[3]) then return { '0' } end
row.looks = row.looks + 1
put()
return { whole(row.looks) }
`;

export const scripts = {
  knows: opening + knows,
  begin: opening + begin,
  again: opening + again,
  finish: opening + finish,
  unsure: opening + unsure,
  release: opening + release,
  untold: opening + untold,
} as const;
