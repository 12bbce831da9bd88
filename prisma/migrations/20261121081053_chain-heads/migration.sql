-- DropIndex
DROP INDEX "Activity_networkId_partnershipId_at_idx";

-- DropIndex
DROP INDEX "Activity_networkId_at_idx";

-- CreateTable
CREATE TABLE "ChainHead" (
    "chain" TEXT NOT NULL PRIMARY KEY,
    "position" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Activity_feed_idx" ON "Activity"("networkId", "at", "position", "reach", "kind", "partnershipId", "documentId", "personId", "id");

-- CreateIndex
CREATE INDEX "Document_id_publishedVisibility_visibility_idx" ON "Document"("id", "publishedVisibility", "visibility");

-- The end of each chain that is sealed already; one still without seals gets its end when it is sealed, at start.
INSERT INTO "ChainHead" ("chain", "position", "hash")
SELECT "chain", "position", "hash" FROM "Activity" AS "last"
WHERE "position" > 0
  AND "position" = (SELECT MAX("position") FROM "Activity" WHERE "Activity"."chain" = "last"."chain")
GROUP BY "chain";
