#!/bin/sh
# Makes one large table by the tasks of a Slurm array, each its part, on whatever machines there are.
#
#   sbatch part_slurm.sh                                       # when all tasks are done, join the parts in order:
#   for part in $(seq 8); do cat field.$part.csv; done > field.csv
#
# More or fewer parts: sbatch --array=1-100 part_slurm.sh. A part that failed is made anew with the number of parts of
# the first run: sbatch --array=17 --export=ALL,PARTS=100 part_slurm.sh
#SBATCH --job-name=gradfield
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --time=01:00:00
set -eu
parts=${PARTS:-$SLURM_ARRAY_TASK_COUNT}
part=$SLURM_ARRAY_TASK_ID

# The table: put your own here.
exec "${GRADFIELD:-gradfield}" "exp(-x^2-y^2)*sin(3*x)" --x -2:2:1000 --y -2:2:500 \
  --part "$part/$parts" --threads "${SLURM_CPUS_PER_TASK:-1}" -o "field.$part.csv"
