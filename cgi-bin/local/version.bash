# The version of the package and what it is made of, from git; sets version, commit, maintainer and SOURCE_DATE_EPOCH.

# Reads them; a version that is given takes the place of git's.
read_version() {
    git rev-parse --verify --quiet HEAD >/dev/null || fail "the version comes from git, and this is no checkout with a commit"
    local changed='' tag
    [[ -z $(git status --porcelain) ]] || changed=.changed
    commit=$(git rev-parse --short=12 HEAD)$changed
    if tag=$(git describe --tags --abbrev=0 2>/dev/null); then
        version=${tag#v}+$(git rev-list --count "$tag..HEAD").g$commit
    else
        version=0+$(git rev-list --count HEAD).g$commit
    fi
    version=${1:-$version}
    maintainer=${DEBFULLNAME:-$(git log -1 --format=%an)}" <${DEBEMAIL:-$(git log -1 --format=%ae)}>"
    SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
    export SOURCE_DATE_EPOCH
}
