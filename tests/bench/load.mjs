// Asks for one page again and again over ten connections, in a process of its own, and checks every answer. Prints JSON.
// Called as: node load.mjs ADDRESS SECONDS LAST-WORDS COOKIE [ACCEPT-ENCODING]
// @ts-expect-error -- the package brings no types
import autocannon from "autocannon";

const [address = "", seconds = "", lastWords = "", cookie = "", encoding = ""] = process.argv.slice(2);

const result = await autocannon({
  url: address,
  connections: 10,
  duration: Number(seconds),
  // Bounded in count as well, should a server answer without work.
  maxOverallRequests: 60_000,
  headers: { ...(cookie ? { cookie } : {}), ...(encoding ? { "accept-encoding": encoding } : {}) },
  // Compressed answers are not opened here: their length tells whether they are whole.
  verifyBody: encoding ? undefined : (/** @type {string} */ body) => body.includes(lastWords),
});

process.stdout.write(
  JSON.stringify({
    answers: result["2xx"],
    others: result.non2xx,
    withoutLastWords: result.mismatches,
    errors: result.errors + result.timeouts,
    seconds: result.duration,
    perSecond: result["2xx"] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  }),
);
