CREATE TABLE `read_marks` (
	`person` text NOT NULL,
	`phase` text NOT NULL,
	`thread` integer NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`person`, `phase`, `thread`)
);
--> statement-breakpoint
CREATE TABLE `token_digests` (
	`token` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL
);
