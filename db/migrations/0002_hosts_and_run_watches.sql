CREATE TABLE `host_probes` (
	`host` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`probe` text,
	`problem` text
);
--> statement-breakpoint
CREATE TABLE `host_samples` (
	`host` text NOT NULL,
	`at` integer NOT NULL,
	`load` real NOT NULL,
	`cpu` real,
	PRIMARY KEY(`host`, `at`)
);
--> statement-breakpoint
CREATE TABLE `run_watches` (
	`run` integer PRIMARY KEY NOT NULL,
	`status` text NOT NULL,
	`since` integer NOT NULL,
	`words` text DEFAULT '' NOT NULL,
	`started_at` integer,
	`last_byte_at` integer,
	`deadline_at` integer,
	`bytes` integer DEFAULT 0 NOT NULL
);
