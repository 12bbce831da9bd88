// The data of a screen is decoded once it is here whole. Remix decodes it while it comes, and whoever presses a link meanwhile cuts it off,
// rightly: its decoder then writes an error into the console, or leaves promises rejected that nobody can get hold of (turbo-stream 2.4).
// Cut off before, it is simply not answered. No loader of ours leaves anything for later, so that nothing is waited for.

/** The type of what Remix decodes. */
const data = "text/x-script";

/** To be called once, before the page wakes up. */
export function takeAnswersWhole(): void {
  const ask = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await ask(...asked);
    const { status, statusText, headers } = answer;
    if (!answer.body || !headers.get("Content-Type")?.startsWith(data)) return answer;
    return new Response(await answer.arrayBuffer(), { status, statusText, headers });
  };
}
