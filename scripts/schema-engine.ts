// Opens Prisma's schema engine from its WebAssembly package, in place of the binary that Prisma's CLI would download.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PrismaBetterSqlite3 } from "@prisma/adapter-better-sqlite3";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";

export type SchemaEngine = engineModule.SchemaEngine;

/** Hands the engine, connected to this SQLite file, to the work, and answers the work's answer. */
export async function withSchemaEngine<Value>(
  file: string,
  work: (engine: SchemaEngine) => Promise<Value>,
): Promise<Value> {
  const { SchemaEngine } = await loadEngine();
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaBetterSqlite3({ url: `file:${file}` }));
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
  }
}

let loaded: Promise<typeof engineModule> | undefined;

/** The package's own entry imports its .wasm as a module, which plain Node refuses; so it is instantiated by hand, once. */
function loadEngine(): Promise<typeof engineModule> {
  loaded ??= (async () => {
    const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = readFileSync(entry.replace(/\.js$/, ".wasm"));
    const bindings = engineModule as unknown as WebAssembly.ModuleImports & {
      __wbg_set_wasm(exports: WebAssembly.Exports): void;
    };
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
    return engineModule;
  })();
  return loaded;
}
