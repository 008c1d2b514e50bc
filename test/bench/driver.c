/*
 * Repeats one file operation from real threads and says how long each took, as one line of JSON.
 *
 *   driver OPERATION --directory DIR [--files N] [--first N] [--threads N] [--seconds S] [--loop]
 *          [--bytes B] [--fsync] [--rate PER_SECOND] [--mirror DIR] [--directories N]
 *
 * File number i is DIR/d<i mod 10>/f<i> (10: --directories), from --first on. Every file is visited once, or with --loop again and again, until
 * --seconds are over. --mirror is the same directory on another mount: what was created here has to be
 * there at once, although it was just looked for and not found.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define PATH_BYTES 4096
#define THREADS_MAX 64
#define STEPS 16 /* Of a histogram's bucket, within each power of two: 6 % wide. */
#define BUCKETS (64 * STEPS)
#define UNUSED __attribute__((unused))
#define SECOND_NS 1000000000L

static struct {
	const char *directory, *mirror;
	long files, first, threads, directories;
	double seconds, rate;
	size_t bytes;
	int loop, fsync;
} options = { .files = 1000, .threads = 1, .directories = 10, .bytes = 4096 };

struct worker {
	pthread_t thread;
	long number, operations, errors, stale, worstNs;
	int firstErrno;
	long histogram[BUCKETS];
};

static struct worker workers[THREADS_MAX];
static char *content;
static long startNs;
static atomic_long next;

static long now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * SECOND_NS + t.tv_nsec;
}

static int write_and_close(int fd)
{
	if (fd < 0) return -1;
	int failed = pwrite(fd, content, options.bytes, 0) != (ssize_t)options.bytes || (options.fsync && fsync(fd) != 0);
	return close(fd) != 0 || failed ? -1 : 1;
}

static int do_create(const char *path, UNUSED const char *other) { return write_and_close(open(path, O_WRONLY | O_CREAT | O_EXCL, 0644)); }
static int do_overwrite(const char *path, UNUSED const char *other) { return write_and_close(open(path, O_WRONLY)); }
static int do_unlink(const char *path, UNUSED const char *other) { return unlink(path) == 0 ? 1 : -1; }
static int do_mkdir(const char *path, UNUSED const char *other) { return mkdir(path, 0755) == 0 ? 1 : -1; }
static int do_rename(const char *path, const char *other) { return rename(path, other) == 0 ? 1 : -1; }

static int do_stat(const char *path, UNUSED const char *other)
{
	struct stat st;
	return stat(path, &st) == 0 ? 1 : -1;
}

static int do_read(const char *path, UNUSED const char *other)
{
	static _Thread_local char buffer[1 << 20];
	int fd = open(path, O_RDONLY);
	if (fd < 0) return -1;
	int failed = read(fd, buffer, sizeof buffer) < 0;
	return close(fd) != 0 || failed ? -1 : 1;
}

/* Lists a directory and looks at each name in it: as many operations as there are names. */
static int do_list(const char *path, UNUSED const char *other)
{
	struct stat st;
	struct dirent *entry;
	int count = 0;
	DIR *dir = opendir(path);
	if (dir == NULL) return -1;
	while ((entry = readdir(dir)) != NULL)
		if (fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) == 0) count++;
	closedir(dir);
	return count;
}

static const struct operation { const char *name; int (*run)(const char *path, const char *other); } operations[] = {
	{ "create", do_create }, { "overwrite", do_overwrite }, { "read", do_read },     { "stat", do_stat },
	{ "rename", do_rename }, { "unlink", do_unlink },       { "mkdir", do_mkdir },   { "list", do_list },
};
static const struct operation *chosen;

static int bucket_of(long ns)
{
	if (ns < STEPS) return (int)ns;
	int power = 63 - __builtin_clzl((unsigned long)ns);
	return power * STEPS + (int)((ns >> (power - 4)) & (STEPS - 1));
}

static double bucket_end_us(int bucket)
{
	if (bucket < STEPS) return bucket / 1e3;
	return ((double)(1L << (bucket / STEPS)) * (1 + (bucket % STEPS + 1) / (double)STEPS)) / 1e3;
}

/* In a loop each thread keeps to files of its own; otherwise they share the numbers, and leave no gaps. */
static long turn_of(struct worker *worker, long nth)
{
	return options.loop ? nth * options.threads + worker->number : atomic_fetch_add(&next, 1);
}

static void wait_for_turn(long nth)
{
	long atNs = startNs + (long)(nth / options.rate * SECOND_NS);
	struct timespec t = { atNs / SECOND_NS, atNs % SECOND_NS };
	clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &t, NULL);
}

/* By hand, because snprintf takes a third of the time of a stat. */
static char *put_number(char *end, char letter, long number)
{
	char digits[24];
	int count = 0;
	*end++ = '/', *end++ = letter;
	do digits[count++] = (char)('0' + number % 10);
	while ((number /= 10) > 0);
	while (count > 0) *end++ = digits[--count];
	return end;
}

/* DIR/d<file mod directories>/<kind><file>, or without a kind the directory of the file. */
static void put_path(char *path, const char *directory, char kind, long file)
{
	char *end = put_number(stpcpy(path, directory), 'd', file % options.directories);
	if (kind != 0) end = put_number(end, kind, file);
	*end = 0;
}

static void run_once(struct worker *worker, long turn)
{
	char path[PATH_BYTES], other[PATH_BYTES];
	struct stat st;
	long file = options.first + turn % options.files;
	int isOddLap = turn / options.files % 2 == 1;
	put_path(path, options.directory, chosen->run == do_list ? 0 : chosen->run == do_rename && isOddLap ? 'r' : 'f', file);
	if (chosen->run == do_rename) put_path(other, options.directory, isOddLap ? 'f' : 'r', file);
	if (options.mirror != NULL) {
		put_path(other, options.mirror, 'f', file);
		if (stat(other, &st) == 0) worker->stale++;
	}
	long beganNs = now();
	int done = chosen->run(path, other);
	long tookNs = now() - beganNs;
	if (done < 0 && worker->errors++ == 0) worker->firstErrno = errno;
	if (options.mirror != NULL && done > 0 && stat(other, &st) != 0) worker->stale++;
	worker->operations += done < 0 ? 0 : done;
	if (tookNs > worker->worstNs) worker->worstNs = tookNs;
	worker->histogram[bucket_of(tookNs)]++;
}

static void *work(void *argument)
{
	struct worker *worker = argument;
	long endNs = startNs + (long)(options.seconds * SECOND_NS);
	for (long nth = 0;; nth++) {
		if (options.seconds > 0 && now() >= endNs) break;
		long turn = turn_of(worker, nth);
		if (!options.loop && turn >= options.files) break;
		if (options.rate > 0) wait_for_turn(nth);
		run_once(worker, turn);
	}
	return NULL;
}

/* The end of the bucket in which it is, but no more than the longest of all. */
static double percentile_us(const struct worker *sum, double part)
{
	long total = 0, seen = 0;
	for (int i = 0; i < BUCKETS; i++) total += sum->histogram[i];
	for (int i = 0; i < BUCKETS; i++)
		if ((seen += sum->histogram[i]) >= part * total)
			return bucket_end_us(i) < sum->worstNs / 1e3 ? bucket_end_us(i) : sum->worstNs / 1e3;
	return sum->worstNs / 1e3;
}

static void report(double wallSeconds)
{
	static struct worker sum;
	for (long i = 0; i < options.threads; i++) {
		const struct worker *w = &workers[i];
		sum.operations += w->operations;
		sum.errors += w->errors;
		sum.stale += w->stale;
		if (w->worstNs > sum.worstNs) sum.worstNs = w->worstNs;
		if (sum.firstErrno == 0) sum.firstErrno = w->firstErrno;
		for (int b = 0; b < BUCKETS; b++) sum.histogram[b] += w->histogram[b];
	}
	printf("{\"operations\":%ld,\"seconds\":%.6f,\"perSecond\":%.3f,\"p50Us\":%.3f,\"p99Us\":%.3f,\"worstUs\":%.3f,",
		sum.operations, wallSeconds, sum.operations / wallSeconds, percentile_us(&sum, 0.5), percentile_us(&sum, 0.99),
		sum.worstNs / 1e3);
	printf("\"errors\":%ld,\"firstError\":\"%s\",\"stale\":%ld}\n", sum.errors,
		sum.firstErrno == 0 ? "" : strerrorname_np(sum.firstErrno), sum.stale);
}

static void parse(int argc, char **argv)
{
	static const struct option known[] = {
		{ "directory", 1, 0, 'd' }, { "files", 1, 0, 'n' }, { "threads", 1, 0, 't' }, { "seconds", 1, 0, 's' },
		{ "loop", 0, 0, 'l' },      { "bytes", 1, 0, 'b' }, { "fsync", 0, 0, 'f' },   { "rate", 1, 0, 'r' },
		{ "mirror", 1, 0, 'm' },    { "first", 1, 0, 'i' },  { "directories", 1, 0, 'D' },
		{ 0, 0, 0, 0 },
	};
	for (int letter; (letter = getopt_long(argc, argv, "", known, NULL)) != -1;) {
		if (letter == 'd') options.directory = optarg;
		else if (letter == 'n') options.files = atol(optarg);
		else if (letter == 'i') options.first = atol(optarg);
		else if (letter == 'D') options.directories = atol(optarg);
		else if (letter == 't') options.threads = atol(optarg);
		else if (letter == 's') options.seconds = atof(optarg);
		else if (letter == 'l') options.loop = 1;
		else if (letter == 'b') options.bytes = (size_t)atol(optarg);
		else if (letter == 'f') options.fsync = 1;
		else if (letter == 'r') options.rate = atof(optarg);
		else if (letter == 'm') options.mirror = optarg;
		else exit(2);
	}
	for (size_t i = 0; i < sizeof operations / sizeof *operations; i++)
		if (optind < argc && strcmp(argv[optind], operations[i].name) == 0) chosen = &operations[i];
}

static void make_directories(void)
{
	char path[PATH_BYTES];
	for (long i = 0; i < options.directories; i++) {
		put_path(path, options.directory, 0, i);
		if (mkdir(path, 0755) == 0 || errno == EEXIST) continue;
		perror(path);
		exit(1);
	}
}

int main(int argc, char **argv)
{
	parse(argc, argv);
	int fits = chosen != NULL && options.directory != NULL && options.threads >= 1 && options.threads <= THREADS_MAX &&
		options.files >= 1 && options.directories >= 1 && (!options.loop || (options.files % options.threads == 0 && options.seconds > 0));
	if (!fits) {
		fprintf(stderr, "driver: see the head of driver.c\n");
		return 2;
	}
	content = malloc(options.bytes + 1);
	memset(content, 'h', options.bytes);
	if (chosen->run == do_create || chosen->run == do_mkdir) make_directories();
	startNs = now();
	for (long i = 0; i < options.threads; i++) {
		workers[i].number = i;
		pthread_create(&workers[i].thread, NULL, work, &workers[i]);
	}
	for (long i = 0; i < options.threads; i++) pthread_join(workers[i].thread, NULL);
	report((now() - startNs) / 1e9);
	return 0;
}
