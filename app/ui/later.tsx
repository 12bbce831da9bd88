// Parts of a screen that few of its pages show: their code comes with those pages only, and is there before the page wakes up.
import type { ComponentType, ReactElement } from "react";

/** A component whose code is fetched apart; `fetch` resolves when it can be shown, and is asked for by the screen's `handle.parts`. */
export interface Later<Props> {
  (props: Props): ReactElement;
  fetch(): Promise<void>;
}

/** Where it is shown before it was fetched, as on the way from another screen, that change of screen waits for it. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  let Loaded: ComponentType<Props> | undefined;
  let pending: Promise<void> | undefined;
  const fetch = () => {
    pending ??= load().then((component) => void (Loaded = component));
    // What could not be had now is asked for again by whoever comes next.
    pending.catch(() => (pending = undefined));
    return pending;
  };
  const Part = (props: Props) => {
    if (!Loaded) throw fetch();
    return <Loaded {...props} />;
  };
  return Object.assign(Part, { fetch });
}
