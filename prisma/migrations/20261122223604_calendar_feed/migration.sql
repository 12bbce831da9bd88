-- CreateTable
CREATE TABLE "CalendarFeed" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "personId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "networkId" TEXT,
    "secretHash" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "lastReadAt" DATETIME,
    CONSTRAINT "CalendarFeed_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CalendarFeed_networkId_fkey" FOREIGN KEY ("networkId") REFERENCES "Network" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CalendarEntry" (
    "feedId" TEXT NOT NULL,
    "uid" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "networkId" TEXT NOT NULL,
    "partnershipId" TEXT,
    "day" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "changedAt" DATETIME NOT NULL,
    "cancelledAt" DATETIME,

    PRIMARY KEY ("feedId", "uid"),
    CONSTRAINT "CalendarEntry_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "CalendarFeed" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_secretHash_key" ON "CalendarFeed"("secretHash");

-- CreateIndex
CREATE INDEX "CalendarFeed_networkId_idx" ON "CalendarFeed"("networkId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_personId_place_key" ON "CalendarFeed"("personId", "place");
