-- Columns are added, not the table made anew: dropping it would take the contents along that point to it.
ALTER TABLE "AttachedFile" ADD COLUMN "erasedAt" DATETIME;
ALTER TABLE "AttachedFile" ADD COLUMN "erasedById" TEXT CONSTRAINT "AttachedFile_erasedById_fkey" REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "AttachedFile" ADD COLUMN "erasedReason" TEXT NOT NULL DEFAULT '';
