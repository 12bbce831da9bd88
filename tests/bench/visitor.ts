// A person with a signed-in browser, who fills in the real forms.

export interface Visitor {
  origin: string;
  /** The Cookie header. */
  cookie: string;
}

/** Signs a demo account in by the form of /sign-in. */
export async function signIn(origin: string, account: string): Promise<Visitor> {
  const answer = await post({ origin, cookie: "" }, "/sign-in", {
    email: `${account}@demo.torg`,
    password: "market-square",
    intent: "sign-in",
  });
  const cookie = answer.headers.getSetCookie()[0]?.split(";")[0];
  if (!cookie) throw new Error(`${account} could not sign in: ${answer.status}`);
  return { origin, cookie };
}

/** The HTML of a page. Refuses anything but a 200. */
export async function read({ origin, cookie }: Visitor, path: string): Promise<string> {
  const answer = await fetch(`${origin}${path}`, {
    headers: { cookie, accept: "text/html" },
    redirect: "manual",
  });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
  return html;
}

/** Sends a form as a browser without scripts would. Refuses an answer that says the form was wrong. */
export async function post(
  { origin, cookie }: Visitor,
  path: string,
  fields: Record<string, string>,
): Promise<Response> {
  const answer = await fetch(`${origin}${path}`, {
    method: "POST",
    headers: { cookie, origin, accept: "text/html" },
    body: new URLSearchParams(fields),
    redirect: "manual",
  });
  await answer.arrayBuffer();
  if (answer.status >= 400) throw new Error(`the form of ${path} answered ${answer.status}`);
  return answer;
}
