-- DropIndex
DROP INDEX "Activity_networkId_personId_at_idx";

-- CreateIndex
CREATE INDEX "Activity_feed_of_person_idx" ON "Activity"("networkId", "personId", "at", "position", "reach", "kind", "partnershipId", "documentId", "id");

-- CreateIndex
CREATE INDEX "Activity_feed_of_city_idx" ON "Activity"("networkId", "partnershipId", "at", "position", "reach", "kind", "documentId", "personId", "id");
