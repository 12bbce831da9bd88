// How every Chromium of the tests is started: without asking anybody, and without the parts of its own window that nobody sees.

/** What Playwright has Chromium do without: the last list given counts alone, so that ours has to say it again. */
const asPlaywright = [
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

/** The list below the address line is a page by itself: for every window it took longer to open than most of our screens. */
const ofItsWindow = ["WebUIOmniboxPopup", "WebUIOmniboxAimPopup"];

export const browserArguments = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--disable-features=${[...asPlaywright, ...ofItsWindow].join(",")}`,
];
