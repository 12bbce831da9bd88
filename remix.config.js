/**
 * Remix's options. vite.config.ts hands them to the plugin, which would not read this file by itself.
 * All future flags are on, so that the step to React Router 7 stays one codemod.
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  appDirectory: "app",
  buildDirectory: "build",
  serverBuildFile: "index.js",
  future: {
    // For `npm run dev`: all packages are made ready before the first page, which otherwise met two copies of React.
    unstable_optimizeDeps: true,
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_lazyRouteDiscovery: false,
    v3_singleFetch: true,
    v3_routeConfig: false,
  },
};
