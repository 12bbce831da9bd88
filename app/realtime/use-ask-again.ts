// Asks the loaders of the screen again, without cutting off what asks them already.
import { useEffect, useRef, useState } from "react";
import { useFetchers, useNavigation, useRevalidator } from "@remix-run/react";

/**
 * The function answered asks at once, or as soon as nothing else does. A form or a change of screen under way asks the loaders itself: what
 * asks them meanwhile would cut it off, and a form that leads elsewhere when it is done would lead nowhere.
 */
export function useAskAgain(): () => void {
  const { revalidate, state } = useRevalidator();
  const navigation = useNavigation();
  const underWay = useFetchers();
  const isIdle = state === "idle" && navigation.state === "idle" && underWay.length === 0;
  const latest = useRef({ revalidate, isIdle, isWanted: false });
  latest.current = { ...latest.current, revalidate, isIdle };
  useEffect(() => {
    // What happens while the loaders are being asked may be missing from their answers: ask once more. Looked at after every
    // rendering: React may leave one out in which the loaders were being asked, and then nothing changes from one to the next.
    if (isIdle && latest.current.isWanted && isRouterIdle()) {
      latest.current.isWanted = false;
      revalidate();
    }
  });
  const [ask] = useState(() => () => {
    if (latest.current.isIdle && isRouterIdle()) latest.current.revalidate();
    else latest.current.isWanted = true;
  });
  return ask;
}

/** What the framework itself knows at this instant; what has been rendered may be a moment behind it. */
function isRouterIdle(): boolean {
  const state = (window as { __remixRouter?: { state: RouterState } }).__remixRouter?.state;
  if (!state) return true;
  const { navigation, revalidation, fetchers } = state;
  return (
    navigation.state === "idle" &&
    revalidation === "idle" &&
    [...fetchers.values()].every((fetcher) => fetcher.state === "idle")
  );
}

interface RouterState {
  navigation: { state: string };
  revalidation: string;
  fetchers: Map<string, { state: string }>;
}
