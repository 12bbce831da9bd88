-- CreateTable
CREATE TABLE "ChainHead" (
    "chain" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

-- The end of each chain that is sealed already; one still without seals gets its end when it is sealed, at start.
INSERT INTO "ChainHead" ("chain", "position", "hash")
SELECT "chain", "position", "hash" FROM "Activity" AS "last"
WHERE "position" > 0
  AND "position" = (SELECT MAX("position") FROM "Activity" WHERE "Activity"."chain" = "last"."chain")
GROUP BY "chain";
