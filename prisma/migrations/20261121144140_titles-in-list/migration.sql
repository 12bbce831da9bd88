-- DropIndex
DROP INDEX "Document_list_idx";

-- CreateIndex
CREATE INDEX "Document_list_idx" ON "Document"("networkId", "archivedAt", "trashedAt", "updatedAt", "kind", "partnershipId", "visibility", "publishedVisibility", "publishedAt", "publishedRevision", "revision", "id", "title", "publishedTitle");
