-- Asks for one file after another: /d<i mod 10>/f<i> of as many as the first argument says, or without one
-- for the same page every time. Ends with one line of JSON.
local files, turn

function init(args)
  files = tonumber(args[1])
  turn = 0
end

function request()
  if files == nil then return wrk.format() end
  local file = turn % files
  turn = turn + 1
  return wrk.format("GET", "/d" .. file % 10 .. "/f" .. file)
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  local line = '{"requests":%d,"seconds":%f,"p99Us":%f,"worstUs":%f,"failed":%d}\n'
  local seconds = summary.duration / 1e6
  io.write(line:format(summary.requests, seconds, latency:percentile(99), latency.max, failed))
end
