-- CreateTable
CREATE TABLE "PhaseExtension" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "phaseId" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "madeById" TEXT NOT NULL,
    "madeAt" DATETIME NOT NULL,
    "takenBackById" TEXT,
    "takenBackAt" DATETIME,
    CONSTRAINT "PhaseExtension_phaseId_fkey" FOREIGN KEY ("phaseId") REFERENCES "Phase" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "PhaseExtension_madeById_fkey" FOREIGN KEY ("madeById") REFERENCES "Person" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "PhaseExtension_takenBackById_fkey" FOREIGN KEY ("takenBackById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "GateItem" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "phaseId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "doneById" TEXT,
    "doneAt" DATETIME,
    CONSTRAINT "GateItem_phaseId_fkey" FOREIGN KEY ("phaseId") REFERENCES "Phase" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "GateItem_doneById_fkey" FOREIGN KEY ("doneById") REFERENCES "Person" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "PhaseExtension_phaseId_madeAt_idx" ON "PhaseExtension"("phaseId", "madeAt");

-- CreateIndex
CREATE INDEX "GateItem_phaseId_position_idx" ON "GateItem"("phaseId", "position");
