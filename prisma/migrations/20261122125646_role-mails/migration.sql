-- AlterTable
ALTER TABLE "QueuedMail" ADD COLUMN "role" JSONB;
